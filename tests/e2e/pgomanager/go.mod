module pgomanager

go 1.18

require github.com/viant/pgo v0.1.0

require (
	github.com/go-errors/errors v1.4.2 // indirect
	github.com/pkg/errors v0.9.1 // indirect
	github.com/viant/afs v1.19.0 // indirect
	golang.org/x/crypto v0.0.0-20220507011949-2cf3adece122 // indirect
	golang.org/x/mod v0.9.0 // indirect
	golang.org/x/sys v0.0.0-20211216021012-1d35b9e2eb4e // indirect
)
