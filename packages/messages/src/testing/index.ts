export { accented, accentedLanguage } from './accented-language.ts'
export { englishLeftIn, textOfHtml } from './english-left.ts'
