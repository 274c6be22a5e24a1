import type { Locale } from '@wayproof/kernel/people/locale'

// Styles of a letter. Inline styles are for light mode, classes for dark mode; a letter is readable without both.

const latin = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto'
const chinese = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC"'

/** A Chinese font's quotation marks are as wide as a character, so English prefers any Latin font. */
export const fontOf: Readonly<Record<Locale, string>> = {
  'zh-CN': `${latin}, ${chinese}, Helvetica, Arial, sans-serif`,
  en: `${latin}, Helvetica, Arial, ${chinese}, sans-serif`,
}

export const ink = '#1a1f26'
export const soft = '#56606c'
export const faint = '#6b7480'
export const line = '#e3e6ea'
export const accent = '#0f5c6e'
export const accentAtNight = '#6fc3d8'
export const buttonAtNight = '#277b90'
export const green = '#177245'
export const red = '#b3261e'
export const amber = '#a65f00'
export const grey = '#7a838e'

// Indented by one space: signing would have to remove longer runs from each letter, and not every relay doubles a dot at the
// start of a line correctly.
export const night = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
 body, body > table > tbody > tr > td, .paper { background-color: #14181d !important; }
 .ink { color: #eef1f4 !important; }
 .soft, .faint { color: #aab3bd !important; }
 .line { border-color: #333b45 !important; }
 .button { background-color: ${buttonAtNight} !important; border-color: ${buttonAtNight} !important; }
 .green { color: #5cc48d !important; border-color: #5cc48d !important; }
 .red { color: #f2857d !important; border-color: #f2857d !important; }
 .amber { color: #e8a94c !important; border-color: #e8a94c !important; }
 .grey { color: #aab3bd !important; border-color: #aab3bd !important; }
 .teal { color: ${accentAtNight} !important; }
 .bar-track { background-color: #333b45 !important; }
 .bar-interval { background-color: #56606c !important; }
 .bar-target { background-color: #eef1f4 !important; }
 .mark { color: #ffffff !important; }
}
@media (max-width: 480px) {
 .button { display: block !important; text-align: center !important; }
 .bars { display: none !important; }
 .due { width: 80px !important; }
}`
