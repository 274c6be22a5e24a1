/** @jsxRuntime automatic */
import { type ChartedContent, type Drawing, type PdfBlock, type PdfGoalRow, shapeSvg } from '@wayproof/letters'
import { html, Layout } from '../components/layout.tsx'
import type { ProductPage } from '../http/page.ts'

/** The public report of a half-year, readable and printable without scripts or images. */
export function reportPage(page: ProductPage, content: ChartedContent): string {
  return html(
    <Layout page={page} title={content.subject} languages="link" isReport>
      <p className="soft">{content.kicker}</p>
      <h1>{content.headline}</h1>
      {content.blocks.map((block, index) => (
        <ReportBlock key={`${index}-${block.kind}`} block={block} />
      ))}
      {content.foot.map(({ text }) => (
        <p key={text} className="soft hint">
          {text}
        </p>
      ))}
    </Layout>,
  )
}

function ReportBlock({ block }: { readonly block: PdfBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'goals':
      return <Goals rows={block.rows} />
    case 'list':
      return (
        <ul translate={block.own ? 'no' : undefined}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    default:
      return null
  }
}

/** The text beside a shape says the same, so screen readers skip the shape. */
function Goals({ rows }: { readonly rows: readonly PdfGoalRow[] }) {
  return (
    <ul className="goals">
      {rows.map(({ shape, name, word, detail, beside: comparisonLines, note, value, target, charts }) => (
        <li key={name}>
          <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: shapeSvg(shape) }} />
          <div>
            <strong>{name}</strong> <span className="soft">{word}</span>
            {[detail, ...comparisonLines].map((text) => (
              <p key={text} className="soft">
                {text}
              </p>
            ))}
            {note ? (
              <p className="soft">
                {note.text}
                <span translate="no">{note.own}</span>
              </p>
            ) : null}
            {charts ? (
              <p className="charts">
                <Chart drawing={charts.bullet} />
                <Chart drawing={charts.trend} />
              </p>
            ) : null}
          </div>
          <div className="figure">
            <strong>{value}</strong>
            <p className="soft">{target}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A drawing in the page itself; pointing at it shows its words. */
const Chart = ({ drawing: { svg, alt } }: { readonly drawing: Drawing }) => (
  <span role="img" aria-label={alt} title={alt} dangerouslySetInnerHTML={{ __html: svg }} />
)
