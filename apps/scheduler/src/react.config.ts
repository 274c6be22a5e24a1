// Imported before React, which selects its build when it is loaded; the development build is slower.
process.env.NODE_ENV ??= 'production'
