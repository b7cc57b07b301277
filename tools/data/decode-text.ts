const SEEN_ENOUGH = 65_536;
const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What cannot be read as a whole, with a sentence for people. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** UTF-8, else GB18030 (which GBK and GB2312 are part of); undefined for bytes that are neither, as far as they go. */
export function encodingOf(bytes: Uint8Array, whole: boolean): Encoding | undefined {
  return ENCODINGS.find((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
      return true;
    } catch {
      return false;
    }
  });
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function decoderOf(bytes: Uint8Array, whole: boolean): TextDecoder {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? undefined : encodingOf(bytes, whole);
  if (encoding === undefined) throw new UnreadableFile('the file is neither UTF-8 nor GB18030 (GBK): save it as UTF-8');
  return new TextDecoder(encoding, { fatal: true });
}

/**
 * The text of a file, in bounded memory: UTF-8 with or without byte order mark, or GB18030, by the first 64 KB that are not plain ASCII.
 * @throws UnreadableFile for bytes of another encoding, wherever they stand
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let undecided: Uint8Array = new Uint8Array();
  let decoder: TextDecoder | undefined;
  const decode = (bytes: Uint8Array, whole: boolean) => {
    decoder ??= decoderOf(bytes, whole);
    try {
      return decoder.decode(bytes, { stream: !whole });
    } catch (cause) {
      throw new UnreadableFile(`the file begins as ${decoder.encoding} and does not stay so: save it as UTF-8`, {
        cause,
      });
    }
  };
  for await (const chunk of chunks) {
    if (decoder) yield decode(chunk, false);
    else if (undecided.length === 0 && isAscii(chunk)) yield Buffer.from(chunk).toString('latin1');
    else {
      undecided = Buffer.concat([undecided, chunk]);
      if (undecided.length >= SEEN_ENOUGH) yield decode(undecided, false);
    }
  }
  yield decode(decoder ? new Uint8Array() : undecided, true);
}
