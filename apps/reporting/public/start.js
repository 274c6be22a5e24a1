// Starts the dashboard. A page that the server drew is painted first: the script would hold it back for 50 ms and more.
{
  const start = () => import(document.querySelector('link[rel=modulepreload]').href)
  // A hidden page has no frames.
  if (document.hidden || !document.querySelector('[data-drawn]')) start()
  else requestAnimationFrame(() => setTimeout(start))
}
