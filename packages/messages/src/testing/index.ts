export { accented, accentedLanguage } from './accented-language.ts'
