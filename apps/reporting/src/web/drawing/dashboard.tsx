import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LanguageProvider, type LocaleWords } from '../language.tsx'
import { ChosenBefore, type StoredChoices } from '../stored-choices.ts'
import { theme } from '../theme.ts'

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
