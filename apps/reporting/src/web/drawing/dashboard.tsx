import { createTheme, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LanguageProvider, type LocaleWords } from '../language.tsx'
import { ChosenBefore, type StoredChoices } from '../stored-choices.ts'

const scheme = localStorageColorSchemeManager({ key: 'wayproof-scheme' })

interface DashboardProps {
  readonly language: LocaleWords
  readonly choices: StoredChoices
  readonly queryClient: QueryClient
  readonly router: AnyRouter
  /** The nonce by which the content security policy allows styles set at run time. */
  readonly styleNonce: () => string
}

interface StyledProps extends Pick<DashboardProps, 'styleNonce'> {
  readonly children: ReactNode
}

/** The theme, with the styles that it sets at run time. */
export const Styled = ({ styleNonce, children }: StyledProps) => (
  <MantineProvider theme={theme} colorSchemeManager={scheme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
    {children}
  </MantineProvider>
)

/** The whole dashboard, drawn by the server first and then by the browser. */
export function Dashboard({ language, choices, queryClient, router, styleNonce }: DashboardProps) {
  return (
    <Styled styleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <ChosenBefore value={choices}>
          <LanguageProvider first={language}>
            <RouterProvider router={router} />
          </LanguageProvider>
        </ChosenBefore>
      </QueryClientProvider>
    </Styled>
  )
}

/** Plain surfaces, dark teal for controls, no shadows. */
export const theme = createTheme({
  // `app.css` sets the font by the page's language.
  fontFamily: 'var(--family)',
  colors: {
    harbour: [
      '#edf5f7',
      '#d5e5e9',
      '#a9cbd3',
      '#7bb0bc',
      '#6cbccd',
      '#2f8093',
      '#0f5c6e',
      '#0d5060',
      '#0a4452',
      '#073843',
    ],
    // The dark slate of `app.css` instead of Mantine's neutral grays.
    dark: [
      '#e9ecef',
      '#b0b9c2',
      '#949ea9',
      '#8a949f',
      '#414a54',
      '#333b44',
      '#232a31',
      '#1a1f24',
      '#13171b',
      '#0d1013',
    ],
  },
  primaryColor: 'harbour',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  defaultRadius: 8,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
})
