// Renders the API's description in the language of the page.
{
  const { lang } = document.documentElement
  const place = document.getElementById('api')
  fetch('/api/openapi.json', { headers: { 'accept-language': lang } })
    .then((answer) => answer.json())
    .then((spec) => {
      window.SwaggerUIBundle({
        spec,
        domNode: place,
        supportedSubmitMethods: [],
        docExpansion: 'none',
        deepLinking: true,
      })
    })
    .catch(() => {
      place.textContent = place.dataset.failed
    })
}
