// Imported before React, which picks its build when it is loaded: the other one is for its own developers, and slower.
process.env.NODE_ENV ??= 'production'
