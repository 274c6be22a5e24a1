/** @jsxRuntime automatic */
import type { CSSProperties } from 'react'
import { Link } from 'react-email'
import type { LinkName, OptionItem } from '../letter/letter-content.ts'
import { inLanguage } from './in-language.ts'
import { grey, ink, line, soft } from './letter-theme.ts'

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
export function OptionTable({
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
