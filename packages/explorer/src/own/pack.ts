import { limitFromJson, limitToJson } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";

/** Longest text of an own limit in a link. */
export const LONGEST = 2048;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** A limit as text for a link: its JSON, deflated, base64url. */
export async function packed(limit: Limit): Promise<string> {
  const bytes = await through(new TextEncoder().encode(limitToJson(limit)), new CompressionStream("deflate-raw"));
  const binary = Array.from(bytes, (b) => String.fromCharCode(b)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The limit a link holds.
 * @throws Error when the text is none.
 */
export async function unpacked(text: string): Promise<Limit> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return limitFromJson(new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"))));
}
