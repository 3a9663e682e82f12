import { RBufferReader } from "jsroot/rntuple";

/** Readers that have gone back. */
const back = new WeakSet<RBufferReader>();

// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the reader below
const { seek } = RBufferReader.prototype;

/**
 * Have jsroot read the descriptors of an RNTuple forwards. It jumps to where a record says to end; a damaged size leads back,
 * and the same records are read as often as a damaged count says, which may be $2^{32}$ times. Once it may go back: from the
 * checksum at the end of the header.
 */
export function readForwards(): void {
  RBufferReader.prototype.seek = function (this: RBufferReader, position: number | bigint): void {
    if (!(Number(position) >= this.offset)) {
      if (back.has(this)) throw new RangeError(`a record must end after its beginning, got byte ${position}`);
      back.add(this);
    }
    seek.call(this, position);
  };
}
