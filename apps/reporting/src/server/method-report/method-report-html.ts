import type { MethodReport, MethodReportFact, MethodReportSection, MethodReportTable } from './method-report.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const STYLE = `@page{size:A4;margin:9mm}body{max-width:46em;margin:2em auto;padding:0 1em;font:14px/1.5 system-ui,sans-serif;
color:#1a1f26}h1{font-size:22px}h2{font-size:15px;margin:1.6em 0 .4em;break-after:avoid}table{border-collapse:collapse;width:100%;
margin:.6em 0}caption{text-align:left;color:#56606c;padding:.3em 0}th,td{border-bottom:1px solid #e3e6ea;padding:.3em .8em .3em 0;
text-align:left;vertical-align:top;font-weight:400}tr{break-inside:avoid}[data-number]{text-align:right}small{color:#56606c}
.facts th{width:34%;color:#56606c}
@media print{body{max-width:none;margin:0;padding:0;font-size:6.5pt;line-height:1.2}h1{font-size:11pt;margin:0}p{margin:.4mm 0}
main{columns:2;column-gap:6mm;column-fill:auto}h2{font-size:7.2pt;margin:1.6mm 0 .4mm}table{margin:.4mm 0}caption{padding:0}
th,td{padding:.3mm 2mm .3mm 0}.facts tbody{display:flex;flex-wrap:wrap;gap:0 4mm}.facts tr,.pairs tr{display:flex;gap:1.4mm}
.facts :is(th,td),.pairs :is(th,td){width:auto;border:0;padding:.15mm 0}.pairs thead{display:none}
.pairs tbody{display:grid;grid-template-columns:1fr 1fr;gap:0 5mm}.pairs tr{justify-content:space-between}
.pairs tr>:last-child{flex:none;padding-right:0}}`

/** A self-contained page without scripts or external files, for archives and printing. */
export function methodReportHtml({ locale, title, lead, sample, sections }: MethodReport, sealedText: string): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
${sample ? `<p><strong>${escaped(sample)}</strong></p>\n` : ''}<main>
${sections.map((section) => sectionHtml(section, sealedText)).join('\n')}
</main></body></html>
`
}

function sectionHtml({ title, facts, tables, notes }: MethodReportSection, sealedText: string): string {
  return [
    `<h2>${escaped(title)}</h2>`,
    ...(facts.length > 0
      ? [`<table class="facts">${facts.map((fact) => factHtml(fact, sealedText)).join('')}</table>`]
      : []),
    ...tables.map(tableHtml),
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
  ].join('\n')
}

const factHtml = ({ name, value, sealed: isFixed }: MethodReportFact, sealedText: string): string =>
  `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}${isFixed ? ` <small>${escaped(sealedText)}</small>` : ''}</td></tr>`

function tableHtml({ caption, head, rows, numbers }: MethodReportTable): string {
  const cell = (tag: 'th' | 'td') => (text: string, at: number, row: readonly string[]) => {
    const colspan = at === row.length - 1 && row.length < head.length ? ` colspan="${head.length - at}"` : ''
    return `<${tag}${numbers.includes(at) ? ' data-number' : ''}${colspan}>${escaped(text)}</${tag}>`
  }
  const pairs = head.length === 2 && numbers.includes(1) ? ' class="pairs"' : ''
  return `<table${pairs}><caption>${escaped(caption)}</caption><thead><tr>${head.map(cell('th')).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('\n')}</tbody></table>`
}
