import { changePieces, type Damage } from './damage.ts';

/** OCR leaves spaces after separators, after all or after the point alone: `2, 371. 41`, `2,371. 41`. */
export const ocrSpaces: Damage = {
  name: 'ocr-spaces',
  apply(document, extent) {
    const separators = extent.form % 3 === 0 ? /[.．](?! )/g : /[,.，．](?! )/g;
    return changePieces(document, 'ocr-spaces', extent, ({ text, mark }) =>
      mark === undefined ? undefined : text.replace(separators, '$& '),
    );
  },
};

/** The zero before the point is lost: `.24`, or `. 24`. */
export const lostZero: Damage = {
  name: 'lost-zero',
  apply: (document, extent) =>
    changePieces(document, 'lost-zero', extent, ({ text, mark }) =>
      mark === undefined ? undefined : text.replace(/^(-?)0\.(?=\d)/, extent.form % 2 === 0 ? '$1.' : '$1. '),
    ),
};

/** The point is read as a comma: `4, 461, 66` for 4,461.66. */
export const commaForPoint: Damage = {
  name: 'comma-for-point',
  apply: (document, extent) =>
    changePieces(document, 'comma-for-point', extent, ({ text, mark }) =>
      mark !== undefined && /^\d{1,3}(?:,\d{3})+\.\d\d$/.test(text) ? text.replace(/[,.]/g, ', ') : undefined,
    ),
};
