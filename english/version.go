package english

// Version names the model that the engine runs.
func (e *Engine) Version() string { return e.model.Header.Version }
