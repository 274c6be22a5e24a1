import type { Plugin } from 'vite'

const ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>/

/** Lets `public/start.js` run the entry of the built page, which the browser loads early all the same. */
export const startAfterPaint = (): Plugin => ({
  name: 'start-after-paint',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page) {
      if (!ENTRY.test(page)) throw new Error('index.html has no entry')
      return page.replace(
        ENTRY,
        '<link rel="preload" as="script" crossorigin href="$1"><script defer src="/start.js"></script>',
      )
    },
  },
})
