import { crc32 } from 'node:zlib';
import sharp from 'sharp';

interface Drawn {
  readonly width?: number;
  readonly height?: number;
  /** makes it another picture */
  readonly shade?: number;
}

/** A picture whose upper left quarter is red: so that it shows how it is turned. */
export function drawn({ width = 80, height = 40, shade = 200 }: Drawn = {}) {
  const pixels = Buffer.alloc(width * height * 3, shade);
  for (let y = 0; y < height / 2; y++) for (let x = 0; x < width / 2; x++) pixels.set([255, 0, 0], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** As a telephone writes it: lying on its side, with where and by which device it was taken. */
export function photographed(shade = 200): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'MAKER-OF-DEVICES', Model: 'DEVICE-42', Software: 'camera 1.0' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 17/1 22/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 25/1 0/1' },
  };
  return drawn({ shade }).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of a hundred bytes that claims to be that large. */
export function claiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 3, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
