import { TBuffer } from "jsroot/io";

/**
 * Mend jsroot's reading of 64-bit integers where it is wrong: in 7.11.2 numbers below $-2^{31}$ whose lower half is less
 * than $2^{31}$ come out too large by $2^{32}$, since `~low` is signed. Nothing is done for a version that reads them right.
 */
export function mendLong64(): void {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, -3_000_000_000n);
  if (Number(new TBuffer(view, 0, null).ntoi8()) === -3e9) return;
  TBuffer.prototype.ntoi8 = function (this: TBuffer): number {
    const value = this.arr.getBigInt64(this.o);
    this.o += 8;
    return Number(value);
  };
}
