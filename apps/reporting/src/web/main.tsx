import './styles.ts'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { watchAttendance } from './attendance.ts'
import { temporalReady } from './browser-temporal.ts'
import { firstLanguage, LanguageProvider } from './language.tsx'
import { me } from './me.ts'
import { router } from './routes.tsx'
import { theme } from './theme.ts'

/** The nonce by which the content security policy allows styles set at run time. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const scheme = localStorageColorSchemeManager({ key: 'wayproof-scheme' })
const root = document.getElementById('root')
if (!root) throw new Error('no #root in index.html')

watchAttendance()
// Starts while the texts load; the router reuses the response.
void queryClient.prefetchQuery(me)
// No top-level await, because the texts import modules of this chunk, which would then wait for itself.
void Promise.all([firstLanguage(), temporalReady]).then(([language]) =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} colorSchemeManager={scheme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queryClient}>
          <LanguageProvider first={language}>
            <RouterProvider router={router} />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  ),
)
