/** Where failures of a file's reading go; changed from one reading to the next. */
export interface Watch {
  /** Called with each failure. */
  failed: (error: unknown) => void;
}

/**
 * Have a file report every failure of the promises that are hung on its reading.
 *
 * jsroot goes through a tree in chains of promises that it does not return: an error in one of them would end the process
 * as an unhandled rejection, and the promise the caller waits for would never settle. All these chains begin at
 * `readBuffer` of the file, so that one gives promises here whose descendants are watched too.
 */
export function watchFile(file: JsrootFile): Watch {
  const watch: Watch = { failed: () => undefined };
  class Watched<V> extends Promise<V> {
    override then<A = V, B = never>(
      onValue?: ((value: V) => A | PromiseLike<A>) | null,
      onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      const next = super.then(onValue, onError);
      void super.then.call(next, undefined, (error: unknown) => {
        watch.failed(error);
      });
      return next;
    }
  }
  const readBuffer = file.readBuffer.bind(file);
  file.readBuffer = (...places) => Watched.resolve(readBuffer(...places));
  return watch;
}
