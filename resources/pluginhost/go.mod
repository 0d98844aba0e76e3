module plugsmith/pluginhost

go 1.15
