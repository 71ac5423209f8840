module github.com/parleyrecord/parley

go 1.26
