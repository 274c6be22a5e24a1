/** One digit of any script, including circled, superscript and subscript digits, with combining marks. */
export const D =
  '(?:[\\p{Nd}\\u00b2\\u00b3\\u00b9\\u2070-\\u2079\\u2080-\\u2089\\u2460-\\u249b\\u24ea\\u2776-\\u2793\\u24f5-\\u24fe\\u{1f100}-\\u{1f10a}]\\p{M}*)'
export const HAN_DIGIT = /[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]/u.source

/** Separators inside one number: any character except letters, digits, sentence ends and unit symbols. */
export const GAP = '[^\\p{L}\\p{N}\\p{M}⟦⟧。！？!?;；%％‰℃°¥￥$€£]|[\\ufe00-\\ufe0f]'
export const MOST_GAP = 5
export const MIXED_DIGIT = `(?:${D}|${HAN_DIGIT})`

const HAN_VALUES: readonly RegExp[] = [
  /[零〇]/u,
  /[一幺壹]/u,
  /[二两贰]/u,
  /[三叁]/u,
  /[四肆]/u,
  /[五伍]/u,
  /[六陆]/u,
  /[七柒]/u,
  /[八捌]/u,
  /[九玖]/u,
]

/**
 * Converts a run of digits and separators to ASCII digits. A digit of another script becomes 7, so that it cannot look
 * like a date or price.
 */
export const plainDigits = (run: string): string =>
  run
    .normalize('NFKC')
    .replace(/\p{M}/gu, '')
    .replace(new RegExp(HAN_DIGIT, 'gu'), (digit) => String(HAN_VALUES.findIndex((value) => value.test(digit))))
    .replace(/(?![0-9])\p{Nd}/gu, '7')
