// Sets the theme before the first paint; src/ui/theme.ts follows up. A file, because the policy allows no inline code.
;(() => {
  let theme = 'auto'
  try {
    theme = JSON.parse(localStorage.getItem('kms-key-material-lab/look') || '{}').theme || 'auto'
  } catch {}
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.theme = theme
})()
