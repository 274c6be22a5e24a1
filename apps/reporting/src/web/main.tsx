import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/CheckboxCard.css'
import '@mantine/core/styles/CheckboxIndicator.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Chip.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import './app.css'
import './print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Temporal as Polyfill } from 'temporal-polyfill'
import { queryClient } from './api.ts'
import { watchAttendance } from './attendance.ts'
import { markBusy } from './busy.ts'
import { loadChartsEarly } from './charts/load-charts.ts'
import { Dashboard } from './drawing/dashboard.tsx'
import { takeDrawnPage } from './drawing/drawn-page.ts'
import { firstLanguage } from './language.tsx'
import { me } from './me.ts'
import { router } from './routes/routes.tsx'
import { browserChoices, repeatChoices } from './stored-choices.ts'

// Only the styles of Mantine components in use, in Mantine's own order; `app.css` and the style sheet of prints come last.

type Implementation = typeof Polyfill

/** The web build uses this module for `temporal-polyfill`, so browsers that have Temporal do not load the polyfill. */
let Temporal = Reflect.get(globalThis, 'Temporal') as Implementation

/** Resolves when dates can be counted with; browsers without Temporal load it here. */
const temporalReady: Promise<void> = Temporal
  ? Promise.resolve()
  : import('temporal-polyfill/implementation').then((implementation) => {
      Temporal = implementation.Temporal
    })

/** Loads a page again that the browser restores from its memory: its user may have signed out since. */
export function reloadRestoredPage(page: Pick<Window, 'addEventListener' | 'location'>): void {
  page.addEventListener('pageshow', (event) => {
    if (event.persisted) page.location.reload()
  })
}

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const root = document.getElementById('root')
if (!root) throw new Error('no #root in index.html')

const drawnLocale = takeDrawnPage(queryClient)
repeatChoices()
watchAttendance()
reloadRestoredPage(window)
// Starts while the texts load; the router reuses the response.
void queryClient.prefetchQuery(me)
// A drawn page stays until the router has what it needs to draw the same.
const ready = temporalReady.then(() => (drawnLocale ? router.load() : undefined))
// No top-level await, because the texts import modules of this chunk, which would then wait for itself.
void Promise.all([firstLanguage(browserChoices, drawnLocale), ready]).then(([language]) => {
  createRoot(root).render(
    <StrictMode>
      <Dashboard {...{ language, queryClient, router, styleNonce }} choices={browserChoices} />
    </StrictMode>,
  )
  markBusy(queryClient, router)
  loadChartsEarly()
})
