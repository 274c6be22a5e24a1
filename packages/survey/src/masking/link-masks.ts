import { type MaskRule, put } from './mask.ts'

/** Web and email addresses. */
export const LINKS: readonly MaskRule[] = [
  [/(?:\b[a-z][a-z\d+.-]{1,15}:\/\/|\bwww[.．])[^\s\p{Script=Han}，。；！？、（）【】「」]+/giu, put('link')],
  // Chinese words before and after an address are not part of it.
  [
    /[\p{Script=Latin}\p{Nd}._%+\-－．＿]{1,64}\s?(?:[@＠﹫]|\(at\)|\[at\]|（at）|\s艾特\s)\s?[\p{Script=Latin}\p{Nd}.\-．。]{1,253}/giu,
    put('email'),
  ],
  [
    /\b(?:[\p{Script=Latin}\p{Nd}_+-]{1,64}\s+dot\s+){0,3}[\p{Script=Latin}\p{Nd}._+-]{1,64}\s+at\s+[\p{Script=Latin}\p{Nd}-]{1,63}\s+dot\s+(?:com|cn|net|org|edu|co|io)\b/giu,
    put('email'),
  ],
  [/[\p{L}\p{N}._-]{0,12}[@＠﹫][\p{L}\p{N}._-]{1,64}/gu, put('email')],
  [
    /\b(?:[\p{Script=Latin}\p{Nd}-]{1,63}[.．]){1,4}(?:com|cn|net|org|edu|gov|info|biz|top|vip|xyz|io|me|cc|hk|tw|jp|uk|eu|de|fr)\b(?:\/[^\s\p{Script=Han}，。；！？、（）]*)?/giu,
    put('link'),
  ],
]
