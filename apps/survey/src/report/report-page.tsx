/** @jsxRuntime automatic */
import type { Drawing, PdfBlock, PdfGoalRow } from '@wayproof/letters/pdf/pdf-content'
import type { SealedReportContent } from '@wayproof/letters/pdf/sealed-report-content'
import { wholeSvg } from '@wayproof/letters/pdf/svg-text'
import { shapeSvg } from '@wayproof/letters/rendering/shape-svg'
import { messages } from '@wayproof/messages/messages'
import { html, Layout } from '../components/layout.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** The public report of a half-year, readable and printable without scripts or images. */
export function reportPage(
  page: ProductPage,
  content: SealedReportContent,
  { period, sealCheck }: { readonly period: string; readonly sealCheck: string },
): string {
  return html(
    <Layout page={page} title={content.subject} languages="link" isReport>
      <div className="report">
        <article>
          <p className="soft">{content.kicker}</p>
          <h1>{content.headline}</h1>
          <Blocks blocks={content.blocks} sealCheck={sealCheck} />
        </article>
        <aside>
          <Downloads page={page} period={period} />
          <Blocks blocks={content.aside} sealCheck={sealCheck} />
        </aside>
      </div>
      {content.foot.map(({ text }) => (
        <p key={text} className="soft hint">
          {text}
        </p>
      ))}
    </Layout>,
  )
}

function Downloads({ page, period }: { readonly page: ProductPage; readonly period: string }) {
  const { downloads, list } = messages(page.locale).report
  const { heading, pdf, csv } = downloads
  const at = `${PATHS.reports}/${period}`
  return (
    <div className="screen">
      <h2>{heading}</h2>
      <p>
        <a className="way" href={`${at}/pdf?lang=${page.linkLanguage}`}>
          {pdf}
        </a>
        <a className="way" href={`${at}/csv?lang=${page.linkLanguage}`}>
          {csv}
        </a>
        <a className="way" href={`${PATHS.reports}?lang=${page.linkLanguage}`}>
          {list.title}
        </a>
      </p>
    </div>
  )
}

interface BlocksProps {
  readonly blocks: readonly PdfBlock[]
  /** The address of the page that checks the seal. */
  readonly sealCheck: string
}

const Blocks = ({ blocks, sealCheck }: BlocksProps) =>
  blocks.map((block, index) => <ReportBlock key={`${index}-${block.kind}`} block={block} sealCheck={sealCheck} />)

function ReportBlock({ block, sealCheck }: { readonly block: PdfBlock; readonly sealCheck: string }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'caption':
      return <p className="soft hint">{block.text}</p>
    case 'citation':
      return (
        <p className="cite" translate="no">
          {block.text}
        </p>
      )
    case 'button':
      return (
        <p>
          <a className="way seal" href={sealCheck}>
            {block.label}
          </a>
        </p>
      )
    case 'goals':
      return <Goals rows={block.rows} />
    case 'trends':
      return (
        <ul className="trends">
          {block.items.map(({ name, unit, drawing }) => (
            <li key={name}>
              <b>{name}</b>
              <span className="soft">{unit}</span>
              <Chart drawing={drawing} />
            </li>
          ))}
        </ul>
      )
    case 'terms':
      return (
        <dl className="terms">
          {block.items.map(({ term, text, own }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {own ? <p translate="no">{own}</p> : null}
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )
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
      {rows.map(({ shape, name, word, detail, beside: comparisonLines, note, value, target, chart }) => (
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
          </div>
          {chart ? <Chart drawing={chart} /> : <span />}
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
const Chart = ({ drawing }: { readonly drawing: Drawing }) => (
  <span
    className="chart"
    role="img"
    aria-label={drawing.alt}
    title={drawing.alt}
    dangerouslySetInnerHTML={{ __html: wholeSvg(drawing) }}
  />
)
