package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// list gives the files that the arguments name, each once, and an error for each
// argument that names none.
func list(args []string) (files []*file, problems []error) {
	seen := map[string]bool{}
	add := func(f *file) {
		key := f.path
		if at, err := filepath.Abs(f.path); err == nil && f.path != Stdin {
			key = at
		}
		if !seen[key] {
			seen[key] = true
			files = append(files, f)
		}
	}
	for _, arg := range args {
		if arg == Stdin {
			add(&file{path: Stdin})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			problems = append(problems, parley.Unopened(arg, err))
		case info.IsDir():
			inside, errs := listFolder(arg)
			for _, f := range inside {
				add(f)
			}
			problems = append(problems, errs...)
		case !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0:
			problems = append(problems, &parley.Error{Kind: parley.Invalid, Subject: arg, Problem: "it is neither a file nor a folder", Mend: "name a file, a folder, or - for standard input"})
		default:
			add(&file{path: arg, size: info.Size()})
		}
	}
	return files, problems
}

func listFolder(root string) (files []*file, problems []error) {
	others := 0
	// The function given returns no error, so the walk ends with none.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			problems = append(problems, parley.Unopened(path, err))
			return nil
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != root
		if entry.IsDir() {
			if hidden {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := os.Stat(path)
		if hidden || err != nil || !info.Mode().IsRegular() || formatOfName(path) == unknownFormat {
			others++
			return nil
		}
		files = append(files, &file{path: path, size: info.Size()})
		return nil
	})
	if len(files) == 0 && len(problems) == 0 {
		problem := "the folder is empty"
		if others > 0 {
			problem = "the folder holds no file that can be read"
		}
		problems = append(problems, &parley.Error{Kind: parley.Empty, Subject: root, Problem: problem, Mend: "name a folder with files that end in " + strings.Join(endings(), ", ")})
	}
	return files, problems
}

func endings() []string {
	var out []string
	for ending := range formats {
		out = append(out, ending)
	}
	slices.Sort(out)
	return out
}

// Files gives the paths of the files in a folder, and in the folders in it, that
// Open would read.
func Files(folder string) ([]string, error) {
	files, problems := listFolder(folder)
	var paths []string
	for _, f := range files {
		paths = append(paths, f.path)
	}
	if len(problems) > 0 && parley.KindOf(problems[0]) == parley.Empty { // nothing there yet
		problems = problems[1:]
	}
	return paths, errors.Join(problems...)
}
