import './styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { watchAttendance } from './attendance.ts'
import { temporalReady } from './browser-temporal.ts'
import { markBusy } from './busy.ts'
import { loadChartsEarly } from './charts/load-charts.ts'
import { Dashboard } from './drawing/dashboard.tsx'
import { takeDrawnPage } from './drawing/drawn-page.ts'
import { firstLanguage } from './language.tsx'
import { me } from './me.ts'
import { reloadRestoredPage } from './restored-page.ts'
import { router } from './routes/routes.tsx'
import { browserChoices, repeatChoices } from './stored-choices.ts'

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
