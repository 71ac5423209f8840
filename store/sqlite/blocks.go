package sqlite

import (
	"context"
	"database/sql/driver"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"

	driven "modernc.org/sqlite"

	"github.com/parleyrecord/parley/store"
)

// blockNumber is what the tables keep of a block's name: a hash of what stands before its
// last bar and, in the lower bits, one of the whole. Names that begin alike, which are
// asked for and written together, lie near each other so.
func blockNumber(name string) int64 {
	const wholeBits = 40
	bar := max(strings.LastIndexByte(name, '|'), 0)
	hash := fnv.New64a()
	hash.Write([]byte(name[:bar]))
	beginning := hash.Sum64()
	hash.Write([]byte(name[bar:]))
	return int64(beginning>>wholeBits<<wholeBits | hash.Sum64()>>(64-wholeBits))
}

// blockRow is a row of a table of blocks: the block's number, its day, and the number of
// what stands in it.
type blockRow [3]int64

func blockRows(blocks []store.Block, of int64) []blockRow {
	found := make([]blockRow, len(blocks))
	for i, b := range blocks {
		found[i] = blockRow{blockNumber(b.Name), int64(b.Day), of}
	}
	return found
}

// packBlocks puts rows into few bytes: of each the number, and how far day and the last
// number are from those of the row before.
func packBlocks(rows []blockRow) []byte {
	body := []byte{} // SQLite takes nil for NULL
	var before blockRow
	for _, r := range rows {
		body = binary.BigEndian.AppendUint64(body, uint64(r[0]))
		body = binary.AppendVarint(body, r[1]-before[1])
		body = binary.AppendVarint(body, r[2]-before[2])
		before = r
	}
	return body
}

// unpackBlocks reads what packBlocks gave.
func unpackBlocks(body []byte) (rows []blockRow, err error) {
	var before blockRow
	for len(body) > 0 {
		if len(body) < 8 {
			return nil, fmt.Errorf("blocks end amid a number, %d bytes before their end", len(body))
		}
		r := blockRow{int64(binary.BigEndian.Uint64(body))}
		body = body[8:]
		for i := 1; i < len(r); i++ {
			further, n := binary.Varint(body)
			if n <= 0 {
				return nil, fmt.Errorf("blocks end amid a row, %d bytes before their end", len(body))
			}
			r[i], body = before[i]+further, body[n:]
		}
		rows = append(rows, r)
		before = r
	}
	return rows, nil
}

// putBlocks keeps in which blocks a document's mentions stand, in place of what was kept.
func (t *tx) putBlocks(ctx context.Context, doing string, document int64, now []blockRow) error {
	scan := func(s scanner) (body []byte, err error) { return body, s.Scan(&body) }
	for body, err := range rows(ctx, t.queries, doing, "SELECT blocks FROM blocks_of_document WHERE document = ?", []any{document}, scan) {
		if err != nil {
			return err
		}
		before, err := unpackBlocks(body)
		if err != nil {
			return failed(t.file, doing, err)
		}
		const those = "DELETE FROM mention_blocks WHERE (block, day, mention) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))"
		if err := t.run(ctx, doing, statement{those, []any{list(before)}}); err != nil {
			return err
		}
	}
	return t.run(ctx, doing,
		statement{"INSERT OR REPLACE INTO blocks_of_document (document, blocks) VALUES (?, ?)", []any{document, packBlocks(now)}},
		rowsInto("INSERT OR IGNORE INTO mention_blocks (block, day, mention)", now))
}

// What a migration asks for that SQL lacks.
func init() {
	driven.MustRegisterDeterministicScalarFunction("block_number", 1, func(_ *driven.FunctionContext, args []driver.Value) (driver.Value, error) {
		name, ok := args[0].(string)
		if !ok {
			return nil, fmt.Errorf("block_number: %v is no name", args[0])
		}
		return blockNumber(name), nil
	})
	driven.MustRegisterDeterministicScalarFunction("pack_blocks", 1, func(_ *driven.FunctionContext, args []driver.Value) (driver.Value, error) {
		var rows []blockRow
		of, _ := args[0].(string)
		if err := json.Unmarshal([]byte(of), &rows); err != nil {
			return nil, fmt.Errorf("pack_blocks: %w", err)
		}
		return packBlocks(rows), nil
	})
}
