import { CHANGE_MARKS } from '../contents/change-marks.ts'
import { accent, faint, green, ink, line, red, soft } from '../rendering/letter-theme.ts'

/** The font that the text is set in, by the name that its files give. */
const FONT = 'Noto Sans SC'

/**
 * The typst source of a report. It contains no data: texts and drawings come as JSON in `sys.inputs.data`, where typst
 * markup has no effect.
 */
export const REPORT_TYP = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("${ink}")
#let soft = rgb("${soft}")
#let faint = rgb("${faint}")
#let line-colour = rgb("${line}")
#let accent = rgb("${accent}")
#let direction-colours = (better: rgb("${green}"), worse: rgb("${red}"), other: soft)
#let direction-marks = (better: "${CHANGE_MARKS.better}", worse: "${CHANGE_MARKS.worse}", other: "${CHANGE_MARKS.other}")

#set document(title: data.title, date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set page(
  paper: "a4",
  margin: 48pt,
  footer: context align(right, text(size: 8.5pt, fill: faint, counter(page).display("1 / 1", both: true))),
)
#set text(font: "${FONT}", size: 10pt, fill: ink, lang: data.lang, region: data.region, fallback: false)
#set par(leading: 0.66em, spacing: 0.85em)
#show heading.where(level: 1): set text(size: 16pt, weight: 600)
#show heading.where(level: 1): set block(above: 0.7em, below: 1em)
#show heading.where(level: 2): set text(size: 11pt, weight: 600)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.8em, sticky: true)
#set list(marker: "·", spacing: 0.7em)
#set enum(spacing: 0.7em)

#let bold(body) = text(weight: 600, body)
#let drawing(of, width) = {
  // The alternative text of the upper layer says all.
  if "axis" in of { place(pdf.artifact(image(bytes(of.axis), format: "svg", width: width))) }
  image(bytes(of.svg), format: "svg", alt: of.alt, width: width)
}

#let goal-cell(row) = pad(left: 22pt, {
  // The word beside the name says the same.
  place(dx: -22pt, dy: -1pt, pdf.artifact(image(bytes(row.shape), format: "svg", width: 12pt)))
  bold(row.name)
  h(0.5em)
  text(fill: rgb(row.colour), row.word)
  for each in row.lines {
    parbreak()
    text(fill: soft, each)
  }
})

#let goals(rows) = table(
  columns: (1fr, 144pt, auto),
  stroke: (x, y) => (bottom: 0.6pt + line-colour),
  inset: (x, y) => (left: if x == 0 { 0pt } else { 8pt }, right: 0pt, y: 7pt),
  align: (left, left, right),
  table.header(
    ..data.columns.map(name => text(size: 8pt, fill: faint, name))
  ),
  ..rows
    .map(row => (
      goal-cell(row),
      if row.chart == none [] else { drawing(row.chart, 136pt) },
      {
        text(size: 12pt, weight: 600, row.value)
        parbreak()
        text(fill: faint, row.target)
      },
    ))
    .flatten(),
)

#let shown(of) = {
  if of.kind == "paragraph" { par(of.text) }
  else if of.kind == "heading" { heading(level: 2, of.text) }
  else if of.kind == "caption" { par(text(size: 8.5pt, fill: faint, of.text)) }
  else if of.kind == "decisions" {
    enum(..of.items.map(item => {
      bold(item.title)
      if item.due != none [ #h(0.4em) #text(fill: accent, item.due) ]
      linebreak()
      text(fill: soft, item.detail)
    }))
  }
  else if of.kind == "changes" {
    list(..of.items.map(item => {
      text(fill: direction-colours.at(item.direction), direction-marks.at(item.direction))
      h(0.4em)
      item.text
    }))
  }
  else if of.kind == "goals" { goals(of.rows) }
  else if of.kind == "numbered" {
    enum(..of.items.map(item => {
      bold(item.lead)
      h(0.5em)
      item.text
    }))
  }
  else if of.kind == "list" { list(..of.items.map(item => [#item])) }
  else if of.kind == "chart" { block(breakable: false, drawing(of.drawing, auto)) }
  else if of.kind == "trends" {
    block(breakable: false, grid(
      columns: (1fr,) * of.items.len(),
      column-gutter: 8pt,
      ..of.items.map(item => {
        par(text(weight: 600, size: 8.5pt, item.name))
        par(text(size: 7.5pt, fill: faint, item.unit))
        drawing(item.drawing, 100%)
      }),
    ))
  }
  else if of.kind == "terms" {
    block(breakable: false, grid(
      columns: (84pt, 1fr),
      column-gutter: 12pt,
      row-gutter: 7pt,
      ..of.items.map(item => (
        text(fill: soft, item.term),
        [#if "own" in item [#item.own #linebreak()]#item.text],
      )).flatten(),
    ))
  }
  else if of.kind == "second-page" {
    // The place before the break decides: a break that moved its own place would never settle.
    [#metadata(none) <first-part>]
    context if locate(<first-part>).page() == 1 { pagebreak(weak: true) }
  }
  else if of.kind == "citation" { par(of.text) }
  else if of.kind == "link" {
    par({
      link(of.address, text(fill: accent, of.label))
      linebreak()
      link(of.address, text(size: 8.5pt, fill: soft, of.shown))
    })
  }
}

#par(text(fill: soft, data.kicker))
#heading(level: 1, data.headline)
#for each in data.blocks { shown(each) }
#v(0.6em)
#line(length: 100%, stroke: 0.6pt + line-colour)
#for each in data.foot { par(text(size: 8.5pt, fill: faint, each)) }
`
