import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { apiPageFiles } from './api-page-files.ts'
import { compressedAssets } from './compress-assets.ts'
import { limitedScreens } from './screen-sizes.ts'
import { startAfterPaint } from './start-after-paint.ts'

// Scripts and styles are files of their own: the server's Content-Security-Policy allows nothing inline.
export default defineConfig({
  plugins: [react(), apiPageFiles(), startAfterPaint(), compressedAssets(), limitedScreens()],
  resolve: {
    alias: [
      {
        find: /^temporal-polyfill$/,
        replacement: fileURLToPath(new URL('src/web/browser-temporal.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A release reads it for its notices.
    license: { fileName: '.vite/licenses.json' },
    // One file for what every page needs, and one for the rules that words and pages share: each file is a request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            { name: 'rules', test: /packages\/(scorecard|kernel|statistics)\/src/, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 4321,
    proxy: Object.fromEntries(
      ['/trpc', '/api', '/import', '/export', '/evidence', '/policy-bytes'].map((path) => [
        path,
        'http://127.0.0.1:4320',
      ]),
    ),
  },
})
