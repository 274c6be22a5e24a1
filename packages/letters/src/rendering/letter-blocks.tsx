/** @jsxRuntime automatic */

import { textDirection } from '@wayproof/kernel/people/survey-language'
import type { CSSProperties } from 'react'
import { Heading, Link, Section, Text } from 'react-email'
import { CHANGE_MARKS } from '../contents/change-marks.ts'
import type { Block, ChangeItem, DecisionItem, LinkName, OptionItem } from '../letter/letter-content.ts'
import { GoalTable } from './goal-table.tsx'
import { accent, faint, green, grey, ink, line, red, soft } from './letter-theme.ts'

const paragraph: CSSProperties = { color: ink, fontSize: 16, lineHeight: '24px', margin: '12px 0 0' }
const heading: CSSProperties = { color: ink, fontSize: 15, lineHeight: '22px', fontWeight: 600, margin: '28px 0 0' }
/** The border takes the place of padding, which Outlook leaves out of a link. */
const button: CSSProperties = {
  backgroundColor: accent,
  border: `solid ${accent}`,
  borderRadius: 6,
  borderWidth: '10px 18px',
  display: 'inline-block',
  textDecoration: 'none',
  color: '#ffffff',
  fontSize: 16,
  fontWeight: 600,
  lineHeight: '22px',
}

interface Item {
  readonly mark: string
  readonly lead?: string
  readonly text: string
  readonly href?: string
}

function Items({ items, own }: { readonly own?: true | undefined; readonly items: readonly Item[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 6 }}>
      <tbody>
        {items.map(({ mark, lead, text, href }) => (
          <tr key={mark + text}>
            <td
              className="ink"
              width={20}
              style={{ ...paragraph, verticalAlign: 'top', paddingTop: 4, whiteSpace: 'nowrap' }}
            >
              {mark}
            </td>
            <td className="ink" translate={own ? 'no' : undefined} style={{ ...paragraph, paddingTop: 4 }}>
              {lead === undefined ? null : <strong style={{ fontWeight: 600 }}>{lead}</strong>}
              {href === undefined ? (
                text
              ) : (
                <Link href={href} className="ink" style={{ color: ink, textDecoration: 'underline' }}>
                  {text}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LetterBlock({
  block,
  addressOf,
}: {
  readonly block: Block
  readonly addressOf: (link: LinkName) => string
}) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <Text className="ink" style={paragraph}>
          {block.text}
        </Text>
      )
    case 'heading':
      return (
        <Heading as="h2" className="ink" {...inLanguage(block.language)} style={heading}>
          {block.text}
        </Heading>
      )
    case 'caption':
      return (
        <Text className="faint" style={{ color: faint, fontSize: 13, lineHeight: '20px', margin: '8px 0 0' }}>
          {block.text}
        </Text>
      )
    case 'decisions':
      return <DecisionTable items={block.items} />
    case 'changes':
      return <ChangeTable items={block.items} />
    case 'goals':
      return <GoalTable rows={block.rows} />
    case 'numbered':
      return <Items items={block.items.map(({ lead, text }, index) => ({ mark: `${index + 1}.`, lead, text }))} />
    case 'list':
      return <Items own={block.own} items={block.items.map((text) => ({ mark: '·', text }))} />
    case 'links': {
      const linked = block.items.map(({ text, path }) => {
        const item = { mark: '·', text }
        return path === null ? item : { ...item, href: `${addressOf('dashboard')}${path}` }
      })
      return <Items items={linked} />
    }
    case 'options':
      return <OptionTable items={block.items} addressOf={addressOf} />
    case 'button':
      return (
        <Section style={{ marginTop: 24 }}>
          <a className="button" href={addressOf(block.link)} style={button} target="_blank" rel="noreferrer">
            {block.label}
          </a>
        </Section>
      )
  }
}

/** @jsxRuntime automatic */
const COLOURS: Readonly<Record<ChangeItem['direction'], readonly [className: string, colour: string]>> = {
  better: ['green', green],
  worse: ['red', red],
  other: ['soft', soft],
}

const text: CSSProperties = { color: ink, fontSize: 16, lineHeight: '22px', paddingTop: 6, verticalAlign: 'top' }

/** One change per row, with the sign of its direction. */
function ChangeTable({ items }: { readonly items: readonly ChangeItem[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 4 }}>
      <tbody>
        {items.map((item) => {
          const [className, color] = COLOURS[item.direction]
          return (
            <tr key={item.text}>
              <td className={className} width={24} style={{ ...text, color, fontSize: 12 }}>
                {CHANGE_MARKS[item.direction]}
              </td>
              <td className="ink" style={text}>
                {item.text}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** @jsxRuntime automatic */
const cell: CSSProperties = { borderTop: `1px solid ${line}`, padding: '12px 0', verticalAlign: 'top' }
const title: CSSProperties = { color: ink, fontSize: 16, lineHeight: '22px', fontWeight: 600 }
const detail: CSSProperties = { color: soft, fontSize: 14, lineHeight: '20px', paddingTop: 2 }
const due: CSSProperties = { color: ink, fontSize: 14, lineHeight: '22px' }

/** Requested decisions, one per row, with the due day on the right. */
function DecisionTable({ items }: { readonly items: readonly DecisionItem[] }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ marginTop: 8, tableLayout: 'fixed' }}
    >
      <tbody>
        {items.map((item, index) => (
          <tr key={item.title}>
            <td className="line" width={30} style={cell}>
              <div className="teal" style={{ ...title, color: accent }}>
                {index + 1}
              </div>
            </td>
            <td className="line" style={cell}>
              <div className="ink" style={title}>
                {item.title}
              </div>
              <div className="soft" style={detail}>
                {item.detail}
              </div>
            </td>
            <td className="line due" align="right" width={132} style={{ ...cell, paddingLeft: 16, textAlign: 'right' }}>
              {item.due ? (
                <div className="ink" style={due}>
                  {item.due[0]}
                  <strong style={{ fontWeight: 600 }}>{item.due[1]}</strong>
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** @jsxRuntime automatic */
/** 44 px high, so that a finger meets it; the whole row is the link. */
const row: CSSProperties = {
  display: 'block',
  fontSize: 16,
  lineHeight: '22px',
  padding: '11px 14px',
  textDecoration: 'none',
}
const circle: CSSProperties = {
  border: `1px solid ${grey}`,
  borderRadius: 8,
  display: 'inline-block',
  height: 14,
  marginRight: 12,
  verticalAlign: -2,
  width: 14,
}

/** The options of a question, like those of the form. */
function OptionTable({
  items,
  addressOf,
}: {
  readonly items: readonly OptionItem[]
  readonly addressOf: (link: LinkName) => string
}) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 12 }}>
      <tbody>
        {items.map(({ label, language, isOffScale, link }, index) => (
          <tr key={link}>
            <td
              className="line"
              style={{ border: `1px solid ${line}`, ...(index === 0 ? {} : { borderTop: 0 }), padding: 0 }}
            >
              <Link
                href={addressOf(link)}
                className={isOffScale ? 'soft' : 'ink'}
                {...inLanguage(language)}
                style={{ ...row, color: isOffScale ? soft : ink }}
              >
                <span className="grey" style={circle} />
                {label}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Attributes of a text in another language than the letter; none if there is no other language. */
const inLanguage = (language: string | undefined) => (language ? { lang: language, dir: textDirection(language) } : {})
