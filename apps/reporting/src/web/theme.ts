import { createTheme } from '@mantine/core'

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
