// Sets the chosen color scheme before the first paint; Mantine keeps it from then on.
{
  const chosen = localStorage.getItem('wayproof-scheme')
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.mantineColorScheme = chosen === 'dark' || chosen === 'light' ? chosen : preferred
}
