/** Selectors and declarations that webviews of ten years ago ignore. */
const UNKNOWN_SELECTOR = /:has\(|:not\(:|:focus-visible/
const UNKNOWN_DECLARATION =
  /max\(|anywhere|(^|;)(gap|align-items|justify-content|flex|display:flex|text-wrap|text-underline-offset|accent-color|scroll-margin|font-variant)/

/** A style sheet as such a webview reads it: without the rules and declarations that it ignores. */
export function oldStyle(css: string): string {
  const rules = [...css.replace(/@media[^{]*\{.*\}$/s, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  return rules
    .filter(([, selector = '']) => !UNKNOWN_SELECTOR.test(selector))
    .map(([, selector, declarations = '']) => {
      const knownDeclarations = declarations.split(';').filter((declaration) => !UNKNOWN_DECLARATION.test(declaration))
      return `${selector}{${knownDeclarations.join(';')}}`
    })
    .join('')
}
