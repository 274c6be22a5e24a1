/** @jsxRuntime automatic */
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { type SurveyLanguage, textDirection } from '@wayproof/kernel/people/survey-language'
import { Body, Container, Heading, Hr, Html, Link, Text } from 'react-email'
import type { LetterContent, LinkName } from '../letter/letter-content.ts'
import { LetterBlock } from './letter-blocks.tsx'
import { accent, faint, fontOf, ink, line, night, soft } from './letter-theme.ts'

interface LetterHtmlProps {
  readonly content: LetterContent
  readonly locale: SurveyLanguage
  readonly addressOf: (link: LinkName) => string
}

/** A letter of 600 px in tables: nothing remote, no script, and no picture but the logo in the message itself. */
export function LetterHtml({ content, locale, addressOf }: LetterHtmlProps) {
  return (
    <Html lang={locale} dir={textDirection(locale)}>
      <head>
        <meta charSet="utf-8" />
        <title>{content.subject}</title>
        <meta name="x-apple-disable-message-reformatting" content="" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{night}</style>
      </head>
      {/* Without this attribute the library's body declares English. */}
      <Body
        lang={locale}
        style={{
          backgroundColor: '#ffffff',
          fontFamily: fontOf[nearestLocale(locale)],
          margin: 0,
          // A word that is wider than its place in a reader's font is broken, so that no letter scrolls sideways.
          overflowWrap: 'anywhere',
          wordBreak: 'break-word',
          padding: 0,
        }}
      >
        <Container
          className="paper"
          style={{ backgroundColor: '#ffffff', maxWidth: 600, width: '100%', padding: '26px 20px 30px' }}
        >
          <div className="logo" />
          <Text className="soft" style={{ color: soft, fontSize: 14, lineHeight: '20px', margin: 0 }}>
            {content.kicker}
          </Text>
          <Heading
            as="h1"
            className="ink"
            style={{ color: ink, fontSize: 22, lineHeight: '30px', fontWeight: 600, margin: '4px 0 0' }}
          >
            {content.headline}
          </Heading>
          {content.blocks.map((block, index) => (
            <LetterBlock key={`${index}-${block.kind}`} block={block} addressOf={addressOf} />
          ))}
          <Hr className="line" style={{ borderColor: line, borderTop: `1px solid ${line}`, margin: '26px 0 14px' }} />
          {content.foot.map(({ text, code, link }) => (
            <Text key={text} className="faint" style={{ color: faint, fontSize: 13, lineHeight: '20px', margin: 0 }}>
              {text}
              {code ? ' · ' : null}
              {code ? <span translate="no">{code}</span> : null}
              {link ? (
                <Link
                  href={addressOf(link.name)}
                  className="faint"
                  style={{ color: accent, paddingLeft: 4, textDecoration: 'underline' }}
                >
                  {link.label}
                </Link>
              ) : null}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  )
}
