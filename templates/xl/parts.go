package xl

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// Parts is someone else's workbook as the parts of its package, to be changed
// part by part. A part that is not changed is written as it stood, byte for byte,
// compressed as it was. The bytes must have passed ooxml.Read: limits and
// checksums are not looked at again.
type Parts struct {
	order   []string // keys
	files   map[string]*zip.File
	changed map[string][]byte
}

// OpenParts opens a workbook's package.
func OpenParts(data []byte) (*Parts, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("打开工作簿: %w", err)
	}
	zr.RegisterDecompressor(zip.Deflate, flate.NewReader)
	p := &Parts{files: map[string]*zip.File{}, changed: map[string][]byte{}}
	for _, f := range zr.File {
		k := partKey(f.Name)
		if _, twice := p.files[k]; twice || strings.HasSuffix(k, "/") {
			continue
		}
		p.order = append(p.order, k)
		p.files[k] = f
	}
	return p, nil
}

// partKey is how a part is looked up: names do not tell upper from lower case.
func partKey(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ToLower(partName(name))
}

// partName is a part's name as the format has it: some programs write \ for /.
func partName(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// Has reports whether the package holds a part.
func (p *Parts) Has(name string) bool { return slices.Contains(p.order, partKey(name)) }

// Names are the parts, as they are looked up.
func (p *Parts) Names() []string { return slices.Clone(p.order) }

// Size is how large a part is, 0 where the package lacks it.
func (p *Parts) Size(name string) int64 {
	k := partKey(name)
	if data, ok := p.changed[k]; ok {
		return int64(len(data))
	}
	if f := p.files[k]; f != nil && p.Has(name) {
		return int64(f.UncompressedSize64)
	}
	return 0
}

// Read returns a part as it now is, nil where the package lacks it.
func (p *Parts) Read(name string) ([]byte, error) {
	k := partKey(name)
	if data, ok := p.changed[k]; ok {
		return data, nil
	}
	f := p.files[k]
	if f == nil || !p.Has(name) {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("读取 %s: %w", name, err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("读取 %s: %w", name, err)
	}
	return data, r.Close()
}

// Write replaces a part, or adds it behind the others.
func (p *Parts) Write(name string, data []byte) {
	k := partKey(name)
	if !p.Has(name) {
		p.order = append(p.order, k)
		if p.files[k] == nil {
			p.files[k] = &zip.File{FileHeader: zip.FileHeader{Name: partName(name)}}
		}
	}
	p.changed[k] = data
}

// Remove takes a part out.
func (p *Parts) Remove(name string) {
	k := partKey(name)
	p.order = slices.DeleteFunc(p.order, func(o string) bool { return o == k })
	delete(p.changed, k)
}

// Bytes writes the package, sealed.
func (p *Parts) Bytes() ([]byte, error) {
	var out bytes.Buffer
	err := writeSealed(&out, len(p.order), func(i int) (zip.FileHeader, pieces, error) { return p.entry(p.order[i]) })
	if err != nil {
		return nil, fmt.Errorf("写工作簿: %w", err)
	}
	return out.Bytes(), nil
}

// entry returns the header and the compressed bytes of a part.
func (p *Parts) entry(k string) (zip.FileHeader, pieces, error) {
	f := p.files[k]
	if data, ok := p.changed[k]; ok {
		c, err := compressBytes(data)
		return c.header(partName(f.Name)), c.data, err
	}
	head := zip.FileHeader{
		Name: partName(f.Name), CreatorVersion: zipVersion, ReaderVersion: zipVersion, Flags: f.Flags &^ streamed, Method: f.Method, CRC32: f.CRC32,
		//lint:ignore SA1019 a raw entry is written with these fields and without Modified
		ModifiedDate: f.ModifiedDate, ModifiedTime: f.ModifiedTime,
		CompressedSize64: f.CompressedSize64, UncompressedSize64: f.UncompressedSize64,
	}
	r, err := f.OpenRaw()
	if err != nil {
		return head, nil, err
	}
	packed, err := io.ReadAll(r)
	return head, pieces{packed}, err
}

// streamed is the flag of an entry whose sizes are behind it.
const streamed = 8
