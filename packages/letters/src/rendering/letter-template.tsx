/** @jsxRuntime automatic */

import { type Brand, logoSize, NO_BRAND } from '@wayproof/kernel/brand/brand'
import { readableAtNight } from '@wayproof/kernel/brand/color'
import { type Locale, nearestLocale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import type { SpokenLanguage } from '@wayproof/messages/added/spoken-language'
import { render } from 'react-email'
import { CHANGE_MARKS } from '../contents/change-marks.ts'
import { contentOfLetter } from '../contents/content-of-letter.ts'
import type { Letter } from '../letter/letter.ts'
import { type Block, type LetterContent, type LinkName, OPTION_LINKS } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { logoAddress } from '../message/logo-part.ts'
import { joinPieces, quotedPrintable } from '../message/quoted-printable.ts'
import { LetterHtml } from './letter-html.tsx'
import { accent, accentAtNight, buttonAtNight } from './letter-theme.ts'

export type Links = Partial<Readonly<Record<LinkName, string>>>

export interface RenderedLetter {
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Both parts as quoted-printable. */
  readonly encoded: { readonly html: string; readonly text: string }
  readonly headers: Readonly<Record<string, string>>
}

/** A letter rendered once, with slots for the links. */
export interface LetterTemplate {
  readonly subject: string
  /** Text and slots alternately, beginning and ending with text. */
  readonly html: Pieces
  readonly text: Pieces
  /** Both parts with their text as quoted-printable. */
  readonly encoded: { readonly html: Pieces; readonly text: Pieces }
}

type Pieces = readonly (string | LinkGap)[]

interface LinkGap {
  readonly link: LinkName
}

const names: readonly LinkName[] = [
  ...OPTION_LINKS,
  'survey',
  'unsubscribe',
  'reporting',
  'dashboard',
  'sealCheck',
  'userInvitation',
  'passwordReset',
  'rightsCase',
]
// An unreachable address (RFC 2606), so that an unfilled slot leads nowhere.
const gap = (link: LinkName) => `https://${link}.gap.invalid/4f1d9c2e77`
const gaps = new RegExp(names.map(gap).join('|').replaceAll('.', '\\.'), 'g')

function cut(text: string): Pieces {
  const linkGaps = [...text.matchAll(gaps)].map(([match]) => ({
    link: names.find((name) => gap(name) === match) ?? 'survey',
  }))
  return text.split(gaps).flatMap((part, index) => (index === 0 ? [part] : [linkGaps[index - 1] as LinkGap, part]))
}

export async function compileLetter(
  letter: Letter,
  organisation: Organisation,
  addedLanguage?: SpokenLanguage,
): Promise<LetterTemplate> {
  const archived = letter.kind === 'executive-summary' ? letter.data.archived : undefined
  const inBrand = (html: string) => branded(html, organisation, nearestLocale(letter.locale))
  if (archived) return templateOf(archived.subject, [inBrand(archived.html)], [archived.text])
  const content = contentOfLetter(letter, organisation, addedLanguage)
  const html = await render(<LetterHtml content={content} locale={letter.locale} addressOf={gap} />)
  return templateOf(
    oneLine(content.subject),
    cut(inBrand(html.replace(DOCTYPE, '<!DOCTYPE html>'))),
    cut(letterText(content, gap)),
  )
}

/** The library declares XHTML, which letters are not. */
const DOCTYPE = /^<!DOCTYPE[^>]*>/

const templateOf = (subject: string, html: Pieces, text: Pieces): LetterTemplate => ({
  subject,
  html,
  text,
  encoded: { html: html.map(encodedPiece), text: text.map(encodedPiece) },
})

const encodedPiece = (piece: string | LinkGap) => (typeof piece === 'string' ? quotedPrintable(piece) : piece)

/** A subject is one header line, so line breaks and direction marks become spaces. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** Inserts the links, escaped in the HTML. Throws if a needed link is missing or is not a web address. */
export function fillLetter(template: LetterTemplate, kind: Letter['kind'], links: Links): RenderedLetter {
  const address = ({ link }: LinkGap) => {
    const url = links[link]
    if (url === undefined || !/^https?:\/\/[!-~]+$/.test(url)) throw new TypeError(`the letter needs its ${link} link`)
    return url
  }
  const filled = (pieces: Pieces, set: (gap: LinkGap) => string) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : set(piece)))
  const inHtml = (gap: LinkGap) => escapeHtml(address(gap))
  const { html, text, encoded } = template
  return {
    subject: template.subject,
    // Only previews need the plain strings; sent letters are encoded.
    get html() {
      return filled(html, inHtml).join('')
    },
    get text() {
      return filled(text, address).join('')
    },
    encoded: {
      html: joinPieces(filled(encoded.html, (gap) => quotedPrintable(inHtml(gap)))),
      text: joinPieces(filled(encoded.text, (gap) => quotedPrintable(address(gap)))),
    },
    headers: headersOf(kind, links),
  }
}

/** RFC 3834 prevents automatic replies. RFC 8058 unsubscribes by one POST, on letters that can be unsubscribed from. */
function headersOf(kind: Letter['kind'], { unsubscribe }: Links): Record<string, string> {
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }
  if (!kind.startsWith('survey-')) return headers
  return {
    ...headers,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** The empty element of a letter that the logo takes the place of. */
const PLACE = '<div class="logo"></div>'
const LOGO_HEIGHT = 40

const COLORS = new RegExp([accent, accentAtNight, buttonAtNight].join('|'), 'g')

/** The HTML of a letter in the color of the organization, with its logo as a part of the message. */
function branded(html: string, organisation: Organisation, locale: Locale): string {
  const { color, logo } = organisation.brand ?? NO_BRAND
  const colored = color
    ? html.replaceAll(COLORS, (given) => (given === accentAtNight ? readableAtNight(color) : color))
    : html
  return colored.replace(PLACE, () => (logo ? logoImage(logo, organisationName(organisation, locale)) : ''))
}

/** On white, so that a dark logo can be seen in the dark scheme. */
function logoImage(logo: NonNullable<Brand['logo']>, name: string): string {
  const { width, height } = logoSize(logo, LOGO_HEIGHT)
  const style = 'display:block;margin:0 0 14px;background-color:#ffffff;border-radius:4px'
  return `<img src="${logoAddress(logo.id)}" width="${width}" height="${height}" alt="${escapeHtml(name)}" style="${style}" />`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark)

/** Renders the letter as plain text: the same sentences in the same order, one link per line. */
function letterText(content: LetterContent, addressOf: (link: LinkName) => string): string {
  const foot = content.foot.map(({ text, code, link }) => {
    const line = code ? `${text} · ${code}` : text
    return link ? `${line}\n${addressOf(link.name)}` : line
  })
  return [
    content.kicker,
    content.headline,
    ...content.blocks.map((block) => blockText(block, addressOf)),
    `-- \n${foot.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function blockText(block: Block, addressOf: (link: LinkName) => string): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'caption':
      return block.text
    case 'decisions':
      return block.items
        .map(
          ({ title, detail, due }, index) => `${index + 1}. ${title}${due ? ` (${due.join('')})` : ''}\n   ${detail}`,
        )
        .join('\n')
    case 'changes':
      return block.items.map(({ direction, text }) => `${CHANGE_MARKS[direction]} ${text}`).join('\n')
    case 'goals':
      return block.rows
        .map(({ name, word, detail, beside: furtherLines, note, value, target }) => {
          const own = note ? [`${note.text}${note.own}`] : []
          return [`${name} · ${word} · ${value} · ${target}`, detail, ...furtherLines, ...own].join('\n  ')
        })
        .join('\n')
    case 'numbered':
      return block.items.map(({ lead, text }, index) => `${index + 1}. ${lead}${text}`).join('\n')
    case 'list':
      return block.items.map((item) => `· ${item}`).join('\n')
    case 'links':
      return block.items
        .map(({ text, path }) => (path === null ? `· ${text}` : `· ${text}\n  ${addressOf('dashboard')}${path}`))
        .join('\n')
    case 'options':
      return block.items.map(({ label, link }) => `· ${label}\n  ${addressOf(link)}`).join('\n')
    case 'button':
      return `${block.label}\n${addressOf(block.link)}`
  }
}
