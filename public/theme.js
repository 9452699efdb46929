// Sets the theme before the first paint; src/ui/theme.ts follows up. A file, because the policy allows no inline code.
;(() => {
  let theme = 'auto'
  try {
    theme = JSON.parse(localStorage.getItem('kms-key-material-lab/look') || '{}').theme || 'auto'
  } catch {}
  if (theme !== 'light' && theme !== 'dark')
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.theme = theme
})()

// Begins to fetch what the screen of this address needs beside the first files: else that waits until those have run.
// The build fills the list, from src/app/screen-files.ts.
;(() => {
  const screens = []
  const path = location.hash.replace(/^#?\/?/, '/')
  const [, files = []] = screens.find(([begins]) => new RegExp(begins).test(path)) || []
  for (const file of files) {
    const style = file.endsWith('.css')
    const link = Object.assign(document.createElement('link'), {
      rel: style ? 'preload' : 'modulepreload',
      crossOrigin: '',
      href: `./assets/${file}`,
    })
    if (style) link.as = 'style'
    document.head.append(link)
  }
})()
