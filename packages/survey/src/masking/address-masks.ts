import { D } from './digit.ts'
import { joinSources, type MaskRule, pattern, put } from './mask.ts'

const COUNT = /[一二三四五六七八九十百甲乙丙丁]/u.source
const PART = `(?:${D}|\\p{Lu}|${COUNT}|[-－—])`
const PLACE =
  /(?:新村|街道|大街|大道|小区|花园|公寓|家园|胡同|里弄|公馆|山庄|广场|大厦|弄堂|嘉园|雅苑|名苑|花苑|路|街|巷|弄|村|苑|坊|里|庄|屯|组)/u
    .source
/** A building, unit or group number within an address. */
const HOUSE = `(?:${/第?/u.source}${PART}{1,6}\\s?${/(?:号楼|号院|号(?!线|店|馆|口|出口)|弄|栋|幢|座|单元|组|队)/u.source})`
const ROOM = `(?:\\s?${PART}{0,6}\\s?${/(?:号楼|号院|栋|幢|座|单元|层|楼|室|号|户|房)/u.source}(?:${D}{1,5}${/(?![年月日元块个人名次天晚点分])/u.source})?)`

const LATIN_STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Way|Place|Pl|Terrace|Ter|Circle|Cir|Trail|Trl|Parkway|Pkwy|Crescent|Cres|Highway|Hwy|Mews|Alley|Plaza|Gardens|Grove|Heights|Quay|Close|Loop|Route|Rte|Turnpike|Pike|Expressway|Freeway)\\b\\.?'
const UNIT = '(?:,?\\s+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Rm|Floor|#)\\.?\\s?#?[\\p{L}\\p{N}-]{1,6})?'

/** Street addresses: a street with a building, or a building with rooms. */
export const ADDRESSES: readonly MaskRule[] = [
  [pattern(`\\p{Script=Han}{1,8}?${PLACE}\\s?`, HOUSE, ROOM, '*'), put('address')],
  [
    pattern(
      `\\p{Script=Han}{1,8}?${PLACE}\\s?(?:${D}){1,5}\\s?[-－—]\\s?(?:${D}){1,5}(?:\\s?[-－—]\\s?(?:${D}){1,5})?`,
    ),
    put('address'),
  ],
  [
    pattern(`(?:(?:${D}|\\p{Lu}){1,4}`, /\s?(?:号楼|栋|幢|座|单元|室)\s?/u, '){2,4}', `(?:${D}{1,5}`, /室?/u, ')?'),
    put('address'),
  ],
  [pattern(`(?:(?:${D}){1,3}|\\p{Lu})`, /\s?(?:号楼|栋|幢|座|单元)\s?/u, `(?:${D}){1,5}`, /室?/u), put('address')],
  [
    new RegExp(
      joinSources(
        "\\b\\p{Nd}{1,5}[A-Za-z]?(?:[-/]\\p{Nd}{1,4})?,?\\s+(?!(?:Minutes?|Mins|Hours?|Hrs)\\b)(?:(?:\\p{Lu}[\\p{L}'’.-]{0,30}|\\p{Nd}{1,3}(?:st|nd|rd|th))\\s+){1,4}",
        LATIN_STREET,
        UNIT,
      ),
      'gu',
    ),
    put('address'),
  ],
  [
    new RegExp(
      joinSources(
        "((?:live[sd]? (?:at|on)|address(?: is|:)?)\\s+)\\p{Nd}{1,5}[a-z]?,?\\s+(?:[\\p{L}'’.-]{1,30}\\s+){1,4}",
        LATIN_STREET,
        UNIT,
      ),
      'giu',
    ),
    `$1${put('address')}`,
  ],
  [/\b(?:P\.?\s?O\.?\s?Box|Postfach)\s?\p{Nd}{1,8}/giu, put('address')],
  [/\p{Lu}\p{Ll}{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s\p{Nd}{1,4}[a-z]?\b/gu, put('address')],
  [
    /\b\p{Nd}{1,4}(?:\s?bis)?,?\s(?:rue|avenue|boulevard|chemin|impasse)\s(?:d[eu]\s|des\s|de la\s|de l['’])?\p{Lu}[\p{L}'’-]{1,30}/gu,
    put('address'),
  ],
]
