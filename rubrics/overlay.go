package rubrics

import (
	"fmt"
	"io"
	"net/url"
	"slices"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

const overlayFormat = "overlay/1"

// Overlay is what a trust or school adds to a rubric that it did not write:
// look-fors, resources and case studies of its own, by area. It is kept in a
// file of its own, so that it outlives each edition of the rubric.
type Overlay struct {
	Rubric string
	Title  string
	Areas  []AreaOverlay
}

// AreaOverlay is what an overlay adds to one area.
type AreaOverlay struct {
	Area        model.AreaID
	LookFors    []string
	Resources   []model.Resource
	CaseStudies []string
}

// ReadOverlay reads an overlay file, as strictly as Read reads a rubric. Whether
// its areas exist only Apply can say, because rubrics change and overlays stay.
func ReadOverlay(name string, r io.Reader) (Overlay, error) {
	d, root, err := open(name, r, overlayFormat)
	if err != nil {
		return Overlay{}, err
	}
	o, _ := d.object(root, "The overlay", "waymark", "rubric", "title", "areas")
	overlay := Overlay{Rubric: d.id(o, "rubric", "whole-school"), Title: d.maybeLine(o, "title")}
	if n, ok := d.need(o, "areas", "and under it the id of each area"); ok {
		overlay.Areas = d.areaOverlays(n)
	}
	if err := d.err(); err != nil {
		return Overlay{}, err
	}
	return overlay, nil
}

func (d *decoder) areaOverlays(n *yaml.Node) []AreaOverlay {
	if n.Kind != yaml.MappingNode {
		d.at(n, "The areas of the overlay must be named by their ids.", `Write "1.1": and under it look_fors:, resources: or case_studies:.`)
		return nil
	}
	if len(n.Content)/2 > maxAreas {
		d.at(n, fmt.Sprintf("The overlay has %d areas; %d is the most.", len(n.Content)/2, maxAreas), "Split it.")
		return nil
	}
	var all []AreaOverlay
	for i := 0; i+1 < len(n.Content); i += 2 {
		id := d.idNode(n.Content[i], "The overlay", "area", "Write ")
		o, ok := d.object(n.Content[i+1], "Area "+short(id, 40), "look_fors", "resources", "case_studies")
		if !ok {
			continue
		}
		all = append(all, AreaOverlay{
			Area: model.AreaID(id), LookFors: d.texts(o, "look_fors", maxText),
			Resources: d.resources(o), CaseStudies: d.texts(o, "case_studies", maxText),
		})
	}
	return all
}

// resources is a list of titles, or of titles with an address and a note.
func (d *decoder) resources(o object) []model.Resource {
	var all []model.Resource
	for i, n := range d.sequence(o, "resources") {
		called := fmt.Sprintf("resource %d", i+1)
		if n.Kind == yaml.ScalarNode {
			all = append(all, model.Resource{Title: d.oneLine(o, called, n)})
			continue
		}
		r, ok := d.object(n, fmt.Sprintf("Resource %d of %s", i+1, lower(o.called)), "title", "address", "note")
		if !ok {
			continue
		}
		resource := model.Resource{Title: d.line(r, "title", "what it is"), Address: d.maybeLine(r, "address"), Note: d.maybeText(r, "note")}
		if u, err := url.Parse(resource.Address); err == nil && len(u.Scheme) > 1 && (u.Scheme != "https" || u.Hostname() == "" || u.User != nil) {
			d.at(r.values["address"], fmt.Sprintf("%s is not an address that a reader can open safely.", quote(resource.Address)),
				"Write one that starts with https://, or say in words where it is kept.")
		}
		all = append(all, resource)
	}
	return all
}

// Apply adds an overlay to the rubric it is for and returns the areas of the
// overlay that this edition does not have; the overlay itself keeps them. The
// rubric's hash stays the same, an overlay applied again replaces itself, and r is
// not changed.
func Apply(r model.Rubric, o Overlay) (model.Rubric, []model.AreaID, error) {
	if o.Rubric != r.ID {
		return r, nil, fmt.Errorf("add overlay to rubric %s: it is for rubric %s", r.ID, o.Rubric)
	}
	var unknown []model.AreaID
	r.Areas = slices.Clone(r.Areas)
	for i := range r.Areas {
		r.Areas[i].Local = slices.DeleteFunc(slices.Clone(r.Areas[i].Local), func(l model.Local) bool { return l.Overlay == o.Title })
	}
	for _, add := range o.Areas {
		i := r.Index(add.Area)
		if i < 0 {
			unknown = append(unknown, add.Area)
			continue
		}
		r.Areas[i].Local = append(r.Areas[i].Local, model.Local{
			Overlay: o.Title, LookFors: add.LookFors, Resources: add.Resources, CaseStudies: add.CaseStudies,
		})
	}
	return r, unknown, nil
}
