export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** A picture as it is stored: upright, without what the device wrote into it. */
export interface Picture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

/** 存证: a picture that was uploaded. */
export interface Evidence {
  readonly id: string;
  /** of what is stored, 64 hexadecimal digits */
  readonly sha256: string;
  readonly type: PictureType;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** the subject of who uploaded it first */
  readonly uploadedBy: string;
  /** when it was uploaded last */
  readonly uploadedAt: Date;
  /** when the first inspection that shows it came in; null while none does */
  readonly referredAt: Date | null;
  /** of the firm whose inspections show it, and no other's; null while none does */
  readonly creditCode: string | null;
}

/** What was sent before it was made upright and clean. */
export interface Sent {
  readonly sha256: string;
  readonly evidenceId: string;
  readonly bytes: number;
  readonly sentBy: string;
  readonly sentAt: Date;
}
