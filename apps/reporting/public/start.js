// Starts the dashboard. A page that the server drew is painted first: the script would hold it back for 50 ms and more.
{
  let isStarted = false
  const start = () => {
    if (!isStarted) void import(document.querySelector('link[as=script]').href)
    isStarted = true
  }
  const isPaint = ({ name }) => name === 'first-contentful-paint'
  // A hidden page is not painted.
  if (document.hidden || !document.querySelector('[data-drawn]')) start()
  else {
    new PerformanceObserver((list) => list.getEntries().some(isPaint) && start()).observe({
      type: 'paint',
      buffered: true,
    })
    setTimeout(start, 500)
  }
}
