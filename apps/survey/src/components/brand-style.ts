import { createHash } from 'node:crypto'
import type { Brand } from '@wayproof/kernel/brand/brand'
import { readableAtNight } from '@wayproof/kernel/brand/color'
import { MOST_CONDITIONS } from './followed-conditions.ts'

export const ACCENT = '#0f5c6e'
export const ACCENT_AT_NIGHT = '#7cc4d4'
/** A ground in the accent; its last digit, doubled, is how much of it. */
const TINT = /#39a(\d)/

/** Hides the questions that depend on the condition with this number while it is not met. */
const hiding = (number: number) => `form:not(:has(.c${number}:checked)) .d${number}{display:none}`

/**
 * Inline style of the blank questionnaire, so that a page is one request. The pages remain readable without it. On a
 * wide screen a scale is one row, and questions under one stem are a table whose every row has the labels of the scale.
 */
export const QUESTIONNAIRE_STYLE = `
:root{color-scheme:light dark;--a:#0f5c6e;scroll-padding:56px}
*{box-sizing:border-box}
body{margin:0;counter-reset:k t;background:Canvas;font:16px/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{margin:0 max(20px,50% - 20rem);padding:0 0 28px}
header{display:flex;justify-content:space-between;align-items:baseline;gap:16px;padding:3px 0;border-bottom:1px solid #8889}
b,h1,h2,legend,.text>label{font-weight:600}
a,.lang{padding:5px 0;color:var(--a)}
.lang{font:inherit;background:none;border:0;margin:0 -8px;padding:10px 8px;text-decoration:underline;cursor:pointer}
header .lang{white-space:nowrap}
h2{font-size:16px}
h1{font-size:20px;line-height:1.35;margin:16px 0 4px}
p{margin:8px 0}
.soft,.n,.hint,.stem,.off,dt{opacity:.8}
.trust,.hint,.bar{font-size:14px}
.trust{background:#39a2;border-left:3px solid var(--a);padding:12px 16px;margin:12px 0}
summary{margin:-12px -16px;padding:12px 16px;cursor:pointer}
.trust div{display:flex;gap:12px;margin:4px 0}
dt{flex:0 0 5.6em}
dd{margin:0}
fieldset,.text{border:0;margin:0 0 32px;padding:0;min-width:0}
legend,.text>label{float:left;width:100%;padding:0;margin:0 0 8px}
legend+*,label+*{clear:both}
.n,.stem{font-weight:400}
.o{border:1px solid #8889;border-radius:8px;overflow:hidden}
.o label{display:flex;align-items:center;gap:12px;padding:11px 16px}
label+label{border-top:1px solid #8889}
.off,.o label:hover{background:#8881}
.o label:has(:checked){background:#39a3;box-shadow:inset 3px 0 var(--a)}
input{flex:none;width:20px;height:20px;margin:0;accent-color:var(--a)}
textarea{width:100%;font:inherit;padding:10px 12px;border:1px solid #888;border-radius:8px;resize:vertical}
.go{width:100%;min-height:50px;margin:0 0 8px;padding:0 32px;border:0;border-radius:8px;background:var(--a);color:Canvas;font:inherit;font-weight:600;cursor:pointer}
:focus-visible,.o label:has(:focus-visible){outline:3px solid var(--a)}
.o label:has(:focus-visible){outline-offset:-3px}
${hiding(1)}
legend{counter-increment:t}
.o:has(:checked){counter-increment:k}
.k:after{content:" "counter(k)" / "counter(t)}
.bar{display:none}
:has(p)>.bar{position:sticky;bottom:0;display:flex;gap:16px;padding:8px 0;background:Canvas}
@media(prefers-color-scheme:dark){:root{--a:#7cc4d4}}
@media(min-width:900px){
.go{width:auto}
.s .o{display:flex}
.s label{flex:1 0;flex-direction:column-reverse;gap:4px;padding:8px 2px;border:0;font-size:12px;line-height:1.3;text-align:center}
.m,.bar{margin:0 max(340px - 50vw,-10rem) 32px}
.m legend{margin:6px 0}
.m fieldset{display:grid;grid-template-columns:1fr 36rem;align-items:end;margin:0;border-bottom:1px solid #8889}
.m .o{grid-area:1/2/4;border:0}
}
`.replaceAll('\n', '')

/** The conditions after the first one. */
const FURTHER = Array.from({ length: MOST_CONDITIONS - 1 }, (_, index) => hiding(index + 2)).join('')

/**
 * Style of all other pages, and of a questionnaire with faults, a recommendation, several conditions,
 * several other languages or sample data. A link on a line of its own is tall enough to tap.
 */
const STYLE =
  QUESTIONNAIRE_STYLE +
  `
:root{--e:#b3261e}
${FURTHER}
.hint{margin:0 0 8px}
b{padding:10px 0}
.gap{margin:0 0 20px}
header .lang{display:inline-block}
.lang+.lang{margin-inline-start:16px}
.lang{text-align:start}
.sample{background:#8881;border-radius:8px;padding:8px 12px;margin:16px 0 0;font-size:14px;opacity:.8}
@media(prefers-color-scheme:dark){:root{--e:#ff9d94}}
footer{margin:0 max(20px,50% - 20rem);padding:0 0 28px;font-size:14px}
body{font-variant-numeric:tabular-nums}
input{scroll-margin-top:18em}
p:has(.go){margin:20px 0}
main>h2{margin:32px 0 8px}
.code{background:#39a2;border-inline-start:3px solid var(--a);padding:14px 16px}
.err{font-size:14px;margin:0 0 8px}
.sum{margin:20px 0}
.err,.sum a{color:var(--e)}
.bad,.sum{border-inline-start:3px solid var(--e);padding-inline-start:16px}
.sum>*{margin:0}
.sum ul{padding-inline-start:20px}
.sum li{padding:4px 0}
.sum:focus{outline:0}
.r .o{display:grid;grid-template-columns:repeat(6,1fr)}
.r label{flex-direction:column-reverse;gap:4px;padding:8px 0;border:0}
.r .off{grid-column:1/-1}
@media(min-width:900px){.r .o{display:flex}}
.way,footer a{display:block;padding:12px 0}
.key{width:100%;height:46px;font:inherit;padding:10px 12px;border:1px solid #888;border-radius:8px}
.told dd{margin:0 0 16px;white-space:pre-wrap}
@media print{header,footer,form,.way{display:none}.told div{break-inside:avoid}}
.code{user-select:all;font:600 22px/1.5 Menlo,Consolas,monospace;margin:4px 0 16px;overflow-wrap:normal}
`.replaceAll('\n', '')

/** The Content-Security-Policy source expression that allows exactly this style. */
export const sourceOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The styles of the pages in the color of the organization. */
export interface PageStyles {
  readonly questionnaire: string
  readonly others: string
  readonly report: string
  /** The sources of the Content-Security-Policy that allow exactly these. */
  readonly sources: string
}

let latest: { readonly brand: string; readonly styles: PageStyles } | undefined

/** A process serves one organization, whose brand changes once in years. */
export function pageStyles(brand: Brand): PageStyles {
  const key = JSON.stringify(brand)
  if (latest?.brand !== key) latest = { brand: key, styles: makeStyles(brand) }
  return latest.styles
}

function makeStyles({ color, logo }: Brand): PageStyles {
  const inColor = (style: string) =>
    color === null
      ? style
      : style.replaceAll(COLORS, (given, part?: string) => {
          if (part !== undefined) return `${color}${part}${part}`
          return given === ACCENT ? color : readableAtNight(color)
        })
  const shown = logo ? LOGO_STYLE : ''
  const styles = {
    questionnaire: inColor(QUESTIONNAIRE_STYLE) + shown,
    others: inColor(STYLE) + shown,
    report: inColor(REPORT_STYLE),
  }
  return { ...styles, sources: Object.values(styles).map(sourceOf).join(' ') }
}

const COLORS = new RegExp(`${ACCENT}|${ACCENT_AT_NIGHT}|${TINT.source}`, 'g')

/** On white, so that a dark logo can be seen in the dark scheme. */
const LOGO_STYLE = 'header img{align-self:center;background:#fff;border-radius:4px}header b{margin-inline-end:auto}'

export const REPORT_STYLE = `
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{--a:#0f5c6e;--e:#b3261e}}
header,main,footer{margin:0 max(20px,50% - 31rem)}
h1{font-size:24px;margin:4px 0 20px}
.report svg{display:block}
.goals,.trends{list-style:none;padding:0;margin:20px 0 12px}
.goals{border-top:1px solid #e3e6ea}
.goals li{display:grid;grid-template-columns:18px 1fr max-content;gap:4px 12px;padding:12px 0;border-bottom:1px solid #e3e6ea}
.goals span:first-child{margin-top:4px}
.goals p{margin:0;font-size:14px}
.goals .chart{grid-column:2/4;grid-row:2}
.figure{text-align:right}
.trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(120px,1fr));gap:16px;font-size:13px}
.trends li{display:flex;flex-direction:column}
.trends b{padding:0}
.trends svg{width:100%;max-width:200px;height:auto;margin-top:6px}
.trends .chart{margin-top:auto}
.terms div{display:flex;gap:16px;margin:6px 0}
.terms dt{flex:0 0 8em}
.terms p{margin:0}
.terms,aside,aside .hint{font-size:14px}
.cite{user-select:all;overflow-wrap:anywhere;background:#39a2;padding:10px 12px}
.report h2{margin:32px 0 8px}
@media(min-width:900px){
.goals li{grid-template-columns:18px 1fr 200px 7em;gap:4px 16px}
.goals .chart{grid-area:auto}
}
@media(min-width:1000px){
.report{display:grid;grid-template-columns:1fr 232px;gap:0 56px}
aside h2:first-child{margin-top:8px}
}
@page{margin:14mm}
@media print{
header{display:flex}
header .lang,.screen{display:none}
.way.seal{display:block}
li,.terms div,.trends{break-inside:avoid}
h2{break-after:avoid}
body{font-size:13px}
main{padding:0}
.seal:after{content:" "attr(href)}
.goals li{grid-template-columns:18px 1fr 200px 7em}
.goals .chart{grid-area:auto}
}
`.replaceAll('\n', '')
