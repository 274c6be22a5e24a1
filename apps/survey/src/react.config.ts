// Imported before React, which chooses its build when loaded; the development build is slower.
process.env.NODE_ENV ??= 'production'
