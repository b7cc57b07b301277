import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { pictureTypes, type Picture, type PictureType } from './domain/evidence.ts';
import { reject } from './domain/rejections.ts';

// what is uploaded reaches no decoder but these three
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// decoded pictures are large and each is wanted once
sharp.cache(false);

const JPEG_QUALITY = 85;

function isPicture(type: string | undefined): type is PictureType {
  return (pictureTypes as readonly (string | undefined)[]).includes(type);
}

function encoded(picture: Sharp, type: PictureType): Sharp {
  if (type === 'image/jpeg') return picture.jpeg({ quality: JPEG_QUALITY });
  return type === 'image/png' ? picture.png() : picture.webp({ quality: JPEG_QUALITY });
}

function unreadable(): never {
  throw reject('EVIDENCE_UNREADABLE', { field: 'file' });
}

/**
 * Makes a picture anew from what was sent, whatever its name said: upright, and without what the device wrote into it (EXIF, position,
 * names, thumbnails), which a new encoding leaves behind.
 * @throws EVIDENCE_TYPE_UNSUPPORTED, EVIDENCE_TOO_MANY_PIXELS before anything is decoded, EVIDENCE_UNREADABLE
 */
export async function pictureOf(sent: Buffer, mostPixels: number): Promise<Picture> {
  const type = (await fileTypeFromBuffer(sent))?.mime;
  if (!isPicture(type)) throw reject('EVIDENCE_TYPE_UNSUPPORTED', { field: 'file' });
  const { width, height } = await sharp(sent, { limitInputPixels: false }).metadata().catch(unreadable);
  if (width * height > mostPixels)
    throw reject('EVIDENCE_TOO_MANY_PIXELS', { field: 'file', limit: mostPixels, width, height });
  const upright = sharp(sent, { limitInputPixels: mostPixels }).autoOrient();
  const { data: content, info } = await encoded(upright, type).toBuffer({ resolveWithObject: true }).catch(unreadable);
  return { type, width: info.width, height: info.height, content };
}
