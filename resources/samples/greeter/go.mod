module plugsmith.example/greeter

go 1.19
