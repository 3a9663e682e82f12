import { addUserStreamer } from "jsroot/io";

/**
 * Have jsroot read the anchor of an RNTuple from the layout of the format's specification (version 1.0): it takes it from
 * the file's streamer information, which uproot does not write.
 */
export function knowRNTupleAnchor(): void {
  addUserStreamer("ROOT::RNTuple", (buffer, anchor) => {
    anchor.fVersionEpoch = buffer.ntou2();
    anchor.fVersionMajor = buffer.ntou2();
    anchor.fVersionMinor = buffer.ntou2();
    anchor.fVersionPatch = buffer.ntou2();
    const fields = ["SeekHeader", "NBytesHeader", "LenHeader", "SeekFooter", "NBytesFooter", "LenFooter", "MaxKeySize"];
    for (const field of fields) anchor[`f${field}`] = Number(buffer.ntou8());
    anchor.$kind = "ROOT::RNTuple";
    anchor.$file = buffer.fFile;
  });
}
