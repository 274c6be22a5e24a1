/** Attributes of a text in another language than the page; none if there is no other language. */
export const inLanguage = (language: string | undefined) => (language ? ({ lang: language, dir: 'ltr' } as const) : {})
