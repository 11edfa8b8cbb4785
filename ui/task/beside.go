package task

import "fmt"

// Beside runs fn beside the caller and returns how to wait for what it gives.
// A panic of fn comes back as an error: nothing may end the app from here.
func Beside[T any](fn func() (T, error)) func() (T, error) {
	type given struct {
		value T
		err   error
	}
	done := make(chan given, 1)
	go func() {
		var g given
		defer func() {
			if p := recover(); p != nil {
				g.err = fmt.Errorf("work beside: it stopped unexpectedly (%T)", p)
			}
			done <- g
		}()
		g.value, g.err = fn()
	}()
	return func() (T, error) {
		g := <-done
		done <- g // whoever asks again gets the same
		return g.value, g.err
	}
}
