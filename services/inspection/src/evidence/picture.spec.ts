import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { claiming, drawn, photographed } from '../../test/pictures.ts';
import { pictureOf } from './picture.ts';

const MOST_PIXELS = 64_000_000;
const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

function refused(sent: Buffer | Promise<Buffer>, code: string) {
  const tried = Promise.resolve(sent).then((content) => pictureOf(content, MOST_PIXELS));
  return expect(tried).rejects.toEqual(expect.objectContaining({ code, field: 'file' }));
}

describe('a picture that is sent', () => {
  it('is turned upright, and says no more where and by which device it was taken', async () => {
    const sent = await photographed();
    expect(sent.toString('latin1')).toMatch(/DEVICE-42/);
    const { content, ...seen } = await pictureOf(sent, MOST_PIXELS);
    expect(seen).toEqual({ type: 'image/jpeg', width: 40, height: 80 });
    expect(content.toString('latin1')).not.toMatch(/DEVICE-42|MAKER-OF-DEVICES|camera 1\.0|Exif/);
    const { exif, orientation, icc, xmp } = await sharp(content).metadata();
    expect([exif, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
    // lying on its left side, what was the upper left is the upper right
    const corner = await sharp(content).extract({ left: 30, top: 5, width: 1, height: 1 }).raw().toBuffer();
    expect([corner[0]! > 220, corner[1]! < 40]).toEqual([true, true]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('stays a %s', async (format) => {
    const { content, ...seen } = await pictureOf(await drawn().toFormat(format).toBuffer(), MOST_PIXELS);
    expect(seen).toEqual({ type: `image/${format}`, width: 80, height: 40 });
    expect((await sharp(content).metadata()).format).toBe(format);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['an SVG', () => Buffer.from(SVG)],
    ['a ZIP bomb', () => Buffer.from(zipSync({ 'bomb.bin': new Uint8Array(30_000_000) }, { level: 9 }))],
    ['a GIF', () => drawn().gif().toBuffer()],
    ['a TIFF', () => drawn().tiff().toBuffer()],
    ['a page of HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['nonsense', () => Buffer.from('nonsense')],
  ])('is refused as %s, whatever it is called', async (_, made) => {
    await refused(await made(), 'EVIDENCE_TYPE_UNSUPPORTED');
  });

  it.each([
    [30_000, 30_000],
    [8_001, 8_000],
  ])('is refused with %i by %i pixels', async (width, height) => {
    await refused(claiming(width, height), 'EVIDENCE_TOO_MANY_PIXELS');
  });

  it('has at most as many pixels as are allowed', async () => {
    const picture = await drawn({ width: 20, height: 10 }).png().toBuffer();
    expect((await pictureOf(picture, 200)).width).toBe(20);
    await expect(pictureOf(picture, 199)).rejects.toEqual(
      expect.objectContaining({ code: 'EVIDENCE_TOO_MANY_PIXELS' }),
    );
  });

  it('is refused when it is broken off, or holds less than it claims', async () => {
    const whole = await drawn({ width: 400, height: 400 }).png().toBuffer();
    await refused(whole.subarray(0, whole.length - 300), 'EVIDENCE_UNREADABLE');
    await refused((await photographed()).subarray(0, 700), 'EVIDENCE_UNREADABLE');
    await refused(claiming(500, 500), 'EVIDENCE_UNREADABLE');
  });
});
